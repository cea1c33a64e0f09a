package dev.plinth.app.web;

import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns whatever went wrong into an answer that says what, and what to do. */
@RestControllerAdvice
final class ProblemHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> refused(RefusedException refused) {
        var answer = ResponseEntity.status(refused.refusal().status());
        if (refused.more().get("retryAfter") instanceof Long seconds) {
            answer.header("Retry-After", Long.toString(seconds));
        }
        return answer.contentType(MediaType.parseMediaType(ProblemAnswer.CONTENT_TYPE))
                .body(ProblemAnswer.of(refused));
    }

    /** What the libraries refuse is about the content of the request. */
    @ExceptionHandler
    ResponseEntity<ProblemAnswer> plinth(PlinthException exception) {
        Problem first = exception.problems().getFirst();
        ProblemAnswer answer =
                new ProblemAnswer(
                        "about:blank",
                        Refusal.INVALID_INPUT.title(),
                        Refusal.INVALID_INPUT.status(),
                        first.code(),
                        first.message(),
                        first.hint(),
                        ProblemAnswer.entries(exception.problems()),
                        java.util.Map.of());
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.parseMediaType(ProblemAnswer.CONTENT_TYPE))
                .body(answer);
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> unreadable(HttpMessageNotReadableException exception) {
        return refused(BodyProblems.of(exception));
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> parameter(MethodArgumentTypeMismatchException exception) {
        return refused(
                Refusal.BAD_REQUEST.because(
                        "\"" + exception.getName() + "\" in the address cannot be read.",
                        "A number is expected."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> parameter(MissingServletRequestParameterException exception) {
        return refused(
                Refusal.BAD_REQUEST.because(
                        "The parameter \"" + exception.getParameterName() + "\" is missing.", ""));
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> method(HttpRequestMethodNotSupportedException exception) {
        var known = exception.getSupportedHttpMethods();
        String methods =
                known == null
                        ? ""
                        : known.stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "));
        return refused(
                Refusal.WRONG_METHOD.because(
                        exception.getMethod() + " is not possible here.",
                        "Possible are " + methods + "."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> contentType(HttpMediaTypeNotSupportedException exception) {
        return refused(
                Refusal.WRONG_CONTENT_TYPE.because(
                        "The body must be JSON.", "Send it with Content-Type: application/json."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> accept(HttpMediaTypeNotAcceptableException exception) {
        return refused(
                Refusal.NOT_ACCEPTABLE.because(
                        "The answer is JSON, which the request does not accept.",
                        "Send Accept: application/json."));
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<ProblemAnswer> unknown(HttpServletRequest request) {
        return refused(
                Refusal.UNKNOWN_ADDRESS.because(
                        "There is nothing at " + request.getRequestURI() + ".",
                        "/api/openapi.json lists what there is."));
    }

    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemAnswer> store(Exception exception) {
        LOG.error("The store cannot be reached", exception);
        return refused(
                Refusal.STORE_UNREACHABLE.because(
                        "Plinth cannot reach the database it keeps its projects in.",
                        "Try again later; the operator finds the reason in the log."));
    }

    /** The client went away; nobody reads an answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException exception) {
        LOG.debug("The client went away", exception);
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> internal(Exception exception) {
        if (exception instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return refused(Refusal.BAD_REQUEST.because("The request cannot be understood.", ""));
        }
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Error {}", reference, exception);
        return refused(
                Refusal.INTERNAL.because(
                        "Something went wrong inside Plinth.",
                        "The log has the details under " + reference + "."));
    }
}
