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
        var broken = BrokenRule.orThrow(trouble);
        var problem = ProblemDetail.forStatusAndDetail(
                broken.forbidden() ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT, texts.getMessage(broken, locale));
        problem.setType(URI.create("urn:ansinh:refused:" + broken.name()));
        return problem;
    }
}
