package org.ansinh.app.exchange.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ansinh.app.exchange.FileLimits;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A file that says itself that it is too large is refused before any of it is read: whoever sends it over a slow line learns it at once. What does not say its size is
 * stopped when it passes the limit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLargeAtTheDoor extends OncePerRequestFilter {

    /** The other fields of the form and what parts them. */
    private static final long AROUND_THE_FILE = 64L * 1024;

    private final FileLimits limits;

    TooLargeAtTheDoor(FileLimits limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !request.getRequestURI().startsWith("/exchange/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limits.mostBytes() + AROUND_THE_FILE) {
            var page = request.getRequestURI().startsWith("/exchange/months") ? "/exchange/months" : "/exchange";
            response.sendRedirect(page + "?tooLarge=yes");
            return;
        }
        chain.doFilter(request, response);
    }
}
