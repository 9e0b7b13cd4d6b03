package org.ansinh.app.pages.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.ansinh.app.pages.NotUnderstood;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Programs get problem+json; people get a page, so this is for the API's controllers only, and is asked first. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class ProblemsForPrograms extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail notUnderstood(NotUnderstood it) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(it.getMessage()));
    }

    /** A value of the wrong form: which field, what it said, and what it should look like. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException it, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var field = it.getPropertyName() == null ? "A value" : "'" + it.getPropertyName() + "'";
        var detail = "%s cannot be '%s'; expected %s.".formatted(field, it.getValue(), form(it.getRequiredType()));
        return handleExceptionInternal(it, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
    }

    private static String form(@Nullable Class<?> type) {
        if (type == YearMonth.class) {
            return "a month such as 2026-10, from %d to %d".formatted(MonthReader.FIRST_YEAR, MonthReader.LAST_YEAR);
        }
        if (type == LocalDate.class) {
            return "a day such as 2026-10-20";
        }
        if (type != null && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return type == boolean.class || type == Boolean.class ? "true or false" : "a whole number";
    }
}
