package org.ansinh.app.access.web;

import java.net.URI;
import java.util.Locale;
import org.ansinh.app.access.BrokenRule;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The same for programs, as problem+json; its type names the rule and stays the same for ever. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalsForPrograms {

    private final MessageSource texts;

    RefusalsForPrograms(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail refused(DataAccessException trouble, Locale locale) {
        var hindrance = Hindrance.in(trouble);
        if (hindrance.isPresent()) {
            return hindered(hindrance.get(), locale);
        }
        var broken = BrokenRule.orThrow(trouble);
        return problem(
                broken.forbidden() ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT,
                broken.name(),
                texts.getMessage(broken, locale));
    }

    @ExceptionHandler
    ProblemDetail notBegun(TransactionException trouble, Locale locale) {
        return hindered(Hindrance.in(trouble).orElseThrow(() -> trouble), locale);
    }

    private ProblemDetail hindered(Hindrance hindrance, Locale locale) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                hindrance.word(),
                texts.getMessage("hindrance." + hindrance.word(), null, locale));
    }

    private static ProblemDetail problem(HttpStatus status, String name, String says) {
        var problem = ProblemDetail.forStatusAndDetail(status, says);
        problem.setType(URI.create("urn:ansinh:refused:" + name));
        return problem;
    }
}
