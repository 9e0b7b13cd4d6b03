package org.ansinh.app.pages.web;

import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Programs get problem+json; people get a page, so this is for the API's controllers only. */
@RestControllerAdvice(annotations = RestController.class)
class ProblemsForPrograms extends ResponseEntityExceptionHandler {}
