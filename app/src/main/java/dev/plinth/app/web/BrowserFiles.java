package dev.plinth.app.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Serves the browser's files; addresses of screens all lead to the one page. */
final class BrowserFiles {
    private static final String FOLDER = "META-INF/resources/";

    /** By the program's own class loader: the current thread's may be that of a stopped server. */
    private static final Resource PAGE =
            new ClassPathResource(FOLDER + "index.html", BrowserFiles.class.getClassLoader());

    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    private BrowserFiles() {}

    static void register(ResourceHandlerRegistry registry) {
        // Built files carry a digest in their name: what a name stands for never changes.
        registry.addResourceHandler("/_app/immutable/**")
                .addResourceLocations("classpath:/" + FOLDER + "_app/immutable/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/" + FOLDER)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new ScreenResolver());
    }

    /** Sources for the Content-Security-Policy that let the scripts within the page run. */
    static String inlineScripts() {
        if (!PAGE.exists()) {
            return "";
        }
        try {
            String html = PAGE.getContentAsString(StandardCharsets.UTF_8);
            return INLINE_SCRIPT
                    .matcher(html)
                    .results()
                    .map(script -> "'sha256-" + sha256(script.group(1)) + "'")
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new IllegalStateException("index.html cannot be read from the program", e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static final class ScreenResolver extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location)
                throws IOException {
            Resource file = super.getResource(path, location);
            if (file != null) {
                return file;
            }
            boolean machine =
                    path.startsWith("api/") || path.startsWith("p/") || path.equals("api");
            boolean asset =
                    path.startsWith("_app/")
                            || path.substring(path.lastIndexOf('/') + 1).contains(".");
            return machine || asset || !PAGE.exists() ? null : PAGE;
        }
    }
}
