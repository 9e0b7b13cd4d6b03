package org.ansinh.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.ansinh.app.access.BrokenRule;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * A rule that the database kept is no fault of the server, nor is a disk without room: whoever met it reads which one and what to do, on a page of its own.
 */
@ControllerAdvice(annotations = Controller.class)
class RefusalsForPeople {

    private final MessageSource texts;

    RefusalsForPeople(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    void refused(DataAccessException trouble, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        var hindrance = Hindrance.in(trouble);
        if (hindrance.isPresent()) {
            hindered(hindrance.get(), request, response, locale);
            return;
        }
        if (BrokenRule.isUnwritable(trouble)) {
            request.setAttribute("refused", texts.getMessage("error.400.text", null, locale));
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        var broken = BrokenRule.orThrow(trouble);
        request.setAttribute("refused", texts.getMessage(broken, locale));
        response.sendError((broken.forbidden() ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT).value());
    }

    @ExceptionHandler
    void notBegun(TransactionException trouble, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        hindered(Hindrance.in(trouble).orElseThrow(() -> trouble), request, response, locale);
    }

    private void hindered(Hindrance hindrance, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        request.setAttribute("refused", texts.getMessage("hindrance." + hindrance.word(), null, locale));
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
