package org.ansinh.app.pages.web;

import org.ansinh.app.pages.NotUnderstood;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Programs get problem+json; people get a page, so this is for the API's controllers only, and is asked first. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class ProblemsForPrograms extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail notUnderstood(NotUnderstood it) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(it.getMessage()));
    }
}
