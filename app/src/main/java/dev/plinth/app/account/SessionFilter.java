package dev.plinth.app.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.List;

/** Lets the rest of the request know who is signed in. */
final class SessionFilter extends OncePerRequestFilter {
    private final Authenticator authenticator;

    SessionFilter(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        authenticator
                .user(request)
                .ifPresent(
                        user -> {
                            List<GrantedAuthority> rights =
                                    user.administrator()
                                            ? List.of(
                                                    new SimpleGrantedAuthority(
                                                            "ROLE_"
                                                                    + SecurityConfiguration
                                                                            .ADMINISTRATOR))
                                            : List.of();
                            var context = SecurityContextHolder.createEmptyContext();
                            context.setAuthentication(
                                    UsernamePasswordAuthenticationToken.authenticated(
                                            user, null, rights));
                            SecurityContextHolder.setContext(context);
                        });
        chain.doFilter(request, response);
    }
}
