package org.ansinh.app.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** The officer who signed in acts in the thread of their request; who still has the password they were handed chooses their own first, and sets up a code where one is required. */
final class ActingFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof SignedIn officer)) {
            chain.doFilter(request, response);
            return;
        }
        var first = officer.mustChangePassword() ? "/account/password" : officer.mustSetCode() ? "/account/code" : "";
        if (!first.isEmpty()
                && !mayBefore(request.getRequestURI()
                        .substring(request.getContextPath().length()))) {
            response.sendRedirect(request.getContextPath() + first);
            return;
        }
        try {
            Acting.as(Actor.officer(officer.id()), () -> {
                chain.doFilter(request, response);
                return officer;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static boolean mayBefore(String path) {
        return path.startsWith("/account/")
                || path.startsWith("/assets/")
                || path.startsWith("/webjars/")
                || path.equals("/error")
                || path.equals("/logout");
    }
}
