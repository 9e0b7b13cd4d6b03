package org.ansinh.app.pages.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.ansinh.app.pages.NotHere;
import org.ansinh.app.pages.NotUnderstood;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A request that cannot be understood gets a page with a sentence that names what is missing or wrong, never a page of a fault. */
@ControllerAdvice(annotations = Controller.class)
class BadRequestsForPeople {

    private final MessageSource texts;

    BadRequestsForPeople(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    void notUnderstood(NotUnderstood it, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        tell(it, request, response, locale);
    }

    @ExceptionHandler
    void missing(
            MissingServletRequestParameterException it,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        tell(it.getParameterName(), "", request, response, locale);
    }

    @ExceptionHandler
    void wrong(
            MethodArgumentTypeMismatchException it,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        tell(it.getName(), String.valueOf(it.getValue()), request, response, locale);
    }

    @ExceptionHandler
    void unbound(BindException it, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        var error = it.getFieldError();
        var value = error == null || error.getRejectedValue() == null ? "" : String.valueOf(error.getRejectedValue());
        tell(error == null ? "" : error.getField(), value, request, response, locale);
    }

    @ExceptionHandler({ServletRequestBindingException.class, TypeMismatchException.class, MultipartException.class})
    void other(Exception it, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        tell("", "", request, response, locale);
    }

    /** A file whose request did not say how large it is, stopped on its way. */
    @ExceptionHandler
    void tooLarge(
            MaxUploadSizeExceededException it, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        request.setAttribute("refused", texts.getMessage("error.413.text", null, locale));
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }

    private void tell(
            String field, String value, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        tell(new NotUnderstood(field, value), request, response, locale);
    }

    private void tell(NotUnderstood it, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        var values = it.values().toArray();
        it.field().ifPresent(field -> values[0] = named(field, locale));
        request.setAttribute("refused", texts.getMessage(it.key(), values, locale));
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    /** What people call a field; its name in the address is a word of the program. */
    private String named(String field, Locale locale) {
        return String.valueOf(texts.getMessage("error.field." + field, null, field, locale));
    }

    @ExceptionHandler
    void notHere(NotHere it, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        request.setAttribute("refused", texts.getMessage(it.key(), it.values().toArray(), locale));
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
