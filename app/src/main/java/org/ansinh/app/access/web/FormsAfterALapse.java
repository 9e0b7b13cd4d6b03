package org.ansinh.app.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ansinh.app.access.LapsedForm;
import org.ansinh.app.access.SignedIn;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** A form sent after the session lapsed is kept, the officer signs in and finds it as it was; nothing of it is done meanwhile. */
final class FormsAfterALapse implements AccessDeniedHandler {

    /** Where the sign-in looks for the page to go on with. */
    private static final String SAVED = "SPRING_SECURITY_SAVED_REQUEST";

    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (!(why instanceof CsrfException)) {
            others.handle(request, response, why);
            return;
        }
        var signedIn = isSignedIn();
        if (!signedIn && (request.getHeader("HX-Request") != null || request.getHeader("X-Requested-With") != null)) {
            // the page itself asks: it then sends the form as people do
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var page = LapsedForm.keep(request);
        if (page.isEmpty()) {
            others.handle(request, response, why);
        } else if (signedIn) {
            response.sendRedirect(request.getContextPath() + page.get());
        } else {
            request.getSession().setAttribute(SAVED, new SimpleSavedRequest(request.getContextPath() + page.get()));
            response.sendRedirect(request.getContextPath() + "/login?lapsed");
        }
    }

    private static boolean isSignedIn() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedIn;
    }
}
