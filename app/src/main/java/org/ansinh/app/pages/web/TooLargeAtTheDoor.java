package org.ansinh.app.pages.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.ansinh.app.pages.UploadDoor;
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

    private final List<UploadDoor> doors;

    TooLargeAtTheDoor(List<UploadDoor> doors) {
        this.doors = List.copyOf(doors);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = request.getRequestURI();
        for (var door : doors) {
            var page = door.page().apply(address);
            if (page.isPresent() && request.getContentLengthLong() > door.mostBytes() + AROUND_THE_FILE) {
                response.sendRedirect(page.get() + "?tooLarge=yes");
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
