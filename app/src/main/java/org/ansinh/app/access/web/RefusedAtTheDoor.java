package org.ansinh.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says on the sign-in page that it did not work, and if the account is locked for a while; never which of login and password was wrong. */
final class RefusedAtTheDoor implements AuthenticationFailureHandler {
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect(
                request.getContextPath() + (why instanceof LockedException ? "/login?locked" : "/login?wrong"));
    }
}
