package dev.plinth.app.project;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;
import java.util.Objects;

/**
 * Hands a controller the project of its address. The project was put there by whoever checked that
 * the caller may work with it; a path that nobody checked leads nowhere.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private static final String ATTRIBUTE = ProjectArgument.class.getName();

    /** Lets the request's controller have the project. */
    public static void allow(HttpServletRequest request, Project project) {
        request.setAttribute(ATTRIBUTE, project);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Project.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object project = request.getAttribute(ATTRIBUTE, NativeWebRequest.SCOPE_REQUEST);
        return Objects.requireNonNull(project, "nobody checked the access to this project");
    }
}
