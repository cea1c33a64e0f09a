package dev.plinth.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.function.BiConsumer;

/**
 * Tells browsers what a page of Plinth may load, and that nobody may frame it. The data API is
 * spared the filter, and asks for its own.
 */
public final class SecurityHeaders extends OncePerRequestFilter {
    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private final String pages;

    /**
     * @param inlineScripts sources such as {@code 'sha256-…'} of the scripts within index.html
     */
    SecurityHeaders(String inlineScripts) {
        // Styles may be inline: the canvas places its nodes by style attributes.
        this.pages =
                "default-src 'self'; script-src 'self' "
                        + inlineScripts
                        + "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                        + " font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
                        + " object-src 'none'; base-uri 'self'; form-action 'self';"
                        + " frame-ancestors 'none'";
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean api = request.getRequestURI().startsWith("/api/");
        ofAll(request, response::setHeader);
        response.setHeader("Content-Security-Policy", api ? NOTHING : pages);
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (api) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    /** Those of the data API: other people's pages may call it, with a key. */
    public static void ofRows(HttpServletRequest request, BiConsumer<String, String> headers) {
        ofAll(request, headers);
        headers.accept("Cross-Origin-Resource-Policy", "cross-origin");
    }

    private static void ofAll(HttpServletRequest request, BiConsumer<String, String> headers) {
        headers.accept("X-Content-Type-Options", "nosniff");
        if (request.isSecure()) {
            headers.accept("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
