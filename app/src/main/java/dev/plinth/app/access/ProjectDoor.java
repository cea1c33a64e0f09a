package dev.plinth.app.access;

import dev.plinth.app.account.User;
import dev.plinth.app.project.Project;
import dev.plinth.app.project.ProjectArgument;
import dev.plinth.app.project.Projects;
import dev.plinth.app.web.Refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one door to {@code /api/projects/{p}/…}: it lets in administrators and members who may build,
 * other members only where they are named here, and tells everybody else nothing.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectDoor implements WebMvcConfigurer, HandlerInterceptor {
    private static final String ROOT = "/api/projects/{p}";
    private static final Set<String> FOR_EVERY_MEMBER = Set.of(ROOT, ROOT + "/app");
    private final Projects projects;
    private final Members members;

    ProjectDoor(Projects projects, Members members) {
        this.projects = projects;
        this.members = members;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/projects/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                && variables.get("p") instanceof String name) {
            Project project = projects.named(name).orElseThrow(Projects::unknown);
            String pattern =
                    String.valueOf(
                            request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            boolean reading =
                    request.getMethod().equals("GET") && FOR_EVERY_MEMBER.contains(pattern);
            check(user(), project, !reading);
            ProjectArgument.allow(request, project);
        }
        return true;
    }

    /**
     * Refuses who may not work with a project.
     *
     * @param build whether changing the project itself is meant
     */
    public void check(User user, Project project, boolean build) {
        if (user.administrator()) {
            return;
        }
        Optional<Members.Member> member = members.of(project.id(), user.id());
        if (member.isEmpty()) {
            throw Projects.unknown();
        }
        if (build && !member.get().build()) {
            throw Refusal.NOT_ALLOWED.because(
                    "You may use this project, but not change it.",
                    "Ask somebody who may build it.");
        }
    }

    private static User user() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof User user) {
            return user;
        }
        throw Refusal.NOT_SIGNED_IN.because("This is for people who signed in.", "Sign in first.");
    }
}
