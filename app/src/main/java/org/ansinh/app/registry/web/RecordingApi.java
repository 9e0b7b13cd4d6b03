package org.ansinh.app.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.rules.pack.FactDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Facts recorded by programs: one request, one recording; the same key twice is once. */
@RestController
@RequestMapping(path = "/api", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "People")
class RecordingApi {

    private static final String KEY = "Idempotency-Key";
    private static final String KEY_FORM = "[A-Za-z0-9._:-]{8,100}";
    private static final String SUMMARY_KEY =
            "Your own name for this recording, 8 to 100 letters, digits or . _ : -. Sent again it records nothing and answers with the first number.";

    private final ChangeDesk desk;
    private final FactFields facts;
    private final FormWords words;
    private final MessageSource texts;

    RecordingApi(ChangeDesk desk, FactFields facts, FormWords words, MessageSource texts) {
        this.desk = desk;
        this.facts = facts;
        this.words = words;
        this.texts = texts;
    }

    /** A fact as it is to be recorded. */
    @Schema(name = "FactToRecord")
    record FactRequest(
            @Schema(description = "Id of the fact in the dictionary.", example = "person.disability")
            String fact,

            @Schema(
                    description =
                            "true or false, a whole number, đồng, a day (2026-10-05) or the id of a value of the list; left out with"
                                    + " retract.",
                    type = "string",
                    example = "severe")
            @Nullable
            Object value,

            @Schema(description = "First day on which it holds.", example = "2026-10-05")
            LocalDate from,

            @Schema(description = "Last day; left out: open.") @Nullable
            LocalDate until,

            @Schema(description = "Takes back what was said for these days.") @Nullable
            Boolean retract,

            @Schema(description = "Number or name of the paper.", example = "15/GXN") @Nullable
            String document,

            @Schema(description = "Day on which the paper came to the office.") @Nullable
            LocalDate receivedOn,

            @Schema(description = "Who says so: one of the dictionary's stated_by; left out: commune_officer.")
            @Nullable
            String source) {}

    /** What came of it. */
    @Schema(name = "FactRecorded")
    record FactAnswer(
            @Schema(
                    description = "recorded, recorded_before (the same key) or known_already (no recording was made)",
                    allowableValues = {"recorded", "recorded_before", "known_already"})
            String outcome,

            @Schema(description = "Number of the recording, where there is one.") @Nullable
            Long recording) {}

    @PostMapping("/people/{id}/facts")
    @Operation(
            summary = "Record a fact of a person",
            description =
                    "Only a commune officer of the person's commune, and only what the dictionary lets them state.")
    @ApiResponse(responseCode = "200", description = "Recorded before under this key, or known already.")
    @ApiResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = FactAnswer.class)))
    @ApiResponse(responseCode = "400", description = "The key is missing or has another form.")
    @ApiResponse(
            responseCode = "422",
            description = "Refused: the problem's refusals say which field, why and what to do.")
    @ApiResponse(
            responseCode = "503",
            description = "A large file is being loaded; send it again later under the same key.")
    ResponseEntity<FactAnswer> ofPerson(
            @PathVariable int id,
            @RequestHeader(KEY) @Parameter(description = SUMMARY_KEY) String key,
            @RequestBody FactRequest request,
            @AuthenticationPrincipal SignedIn officer,
            Locale locale) {
        return record(SubjectRef.Kind.PERSON, id, new Sent(key, request, officer, locale));
    }

    @PostMapping("/households/{id}/facts")
    @Operation(summary = "Record a fact of a household", description = "As for a person.")
    @ApiResponse(responseCode = "200", description = "Recorded before under this key, or known already.")
    @ApiResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = FactAnswer.class)))
    @ApiResponse(responseCode = "400", description = "The key is missing or has another form.")
    @ApiResponse(
            responseCode = "422",
            description = "Refused: the problem's refusals say which field, why and what to do.")
    @ApiResponse(
            responseCode = "503",
            description = "A large file is being loaded; send it again later under the same key.")
    ResponseEntity<FactAnswer> ofHousehold(
            @PathVariable int id,
            @RequestHeader(KEY) @Parameter(description = SUMMARY_KEY) String key,
            @RequestBody FactRequest request,
            @AuthenticationPrincipal SignedIn officer,
            Locale locale) {
        return record(SubjectRef.Kind.HOUSEHOLD, id, new Sent(key, request, officer, locale));
    }

    private record Sent(String key, FactRequest request, SignedIn officer, Locale locale) {}

    private ResponseEntity<FactAnswer> record(SubjectRef.Kind of, int id, Sent sent) {
        if (!sent.key().matches(KEY_FORM)) {
            throw problem(HttpStatus.BAD_REQUEST, "key", words.say("registry.api.key", sent.locale(), KEY));
        }
        var request = sent.request();
        var definition = definition(of, request, sent.locale());
        var reader =
                new FormReader(new Entries(Map.of(definition.id(), List.of(written(definition, request.value())))));
        var days = FactForm.days(Optional.of(request.from()), Optional.ofNullable(request.until()), reader);
        var change = Boolean.TRUE.equals(request.retract())
                ? days.<Change>map(it -> new Change.Retracted(of, id, definition.id(), "", it))
                : value(definition, reader, sent.locale())
                        .flatMap(value -> days.map(it -> new Change.Stated(of, id, definition.id(), "", it, value)));
        if (change.isEmpty()) {
            throw refused(
                    reader.nothing().wrongs().stream()
                            .map(it -> told(
                                    it.field(),
                                    sentFor(it.field(), request),
                                    it.key(),
                                    words.sentence(it, sent.locale())))
                            .toList(),
                    sent.locale());
        }
        return answer(desk.record(paper(sent, definition), List.of(change.get())), sent);
    }

    private Optional<FactValue> value(FactDefinition definition, FormReader reader, Locale locale) {
        return facts.value(definition, reader, locale);
    }

    private FactDefinition definition(SubjectRef.Kind of, FactRequest request, Locale locale) {
        return facts.definition(request.fact() == null ? "" : request.fact())
                .filter(it -> it.subject().word().charAt(0) == of.letter() && !it.many() && request.from() != null)
                .orElseThrow(() -> {
                    var field = request.from() == null ? "from" : "fact";
                    var key = request.from() == null ? "registry.wrong.missing_day" : "registry.refusal.fact_unknown";
                    return refused(List.of(told(field, sentFor(field, request), key, words.say(key, locale))), locale);
                });
    }

    /** As somebody would type it into a form: the same readers check it. */
    private static String written(FactDefinition fact, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (fact.type().kind()) {
            case BOOL -> Boolean.TRUE.equals(value) ? "yes" : Boolean.FALSE.equals(value) ? "no" : value.toString();
            case INT, DONG, DECIMAL, DAY, ENUM, TEXT -> value.toString();
        };
    }

    private Paper paper(Sent sent, FactDefinition definition) {
        var request = sent.request();
        var source = Optional.ofNullable(request.source()).orElse("commune_officer");
        if (!definition.statedBy().contains(source)) {
            throw refused(
                    List.of(told(
                            "source",
                            source,
                            "registry.wrong.not_in_list",
                            words.say("registry.wrong.not_in_list", sent.locale(), source))),
                    sent.locale());
        }
        return new Paper(
                "api",
                Optional.ofNullable(request.document()),
                Optional.ofNullable(request.receivedOn()),
                Optional.of("api:%d:%s".formatted(sent.officer().officer(), sent.key())),
                Optional.empty(),
                Optional.of(source));
    }

    private ResponseEntity<FactAnswer> answer(ChangeResult result, Sent sent) {
        var locale = sent.locale();
        return switch (result) {
            case ChangeResult.Recorded it ->
                ResponseEntity.status(HttpStatus.CREATED).body(new FactAnswer("recorded", it.number()));
            case ChangeResult.RecordedBefore(long number) ->
                ResponseEntity.ok(new FactAnswer("recorded_before", number));
            case ChangeResult.NothingNew _ -> ResponseEntity.ok(new FactAnswer("known_already", null));
            case ChangeResult.Refused(List<Refusal> because) ->
                throw refused(
                        because.stream()
                                .map(it -> told(
                                        fieldOf(it),
                                        sentFor(fieldOf(it), sent.request()),
                                        it.why(),
                                        words.sentence(it, locale)))
                                .toList(),
                        locale);
            case ChangeResult.Broken(var rule) ->
                throw problem(
                        rule.forbidden() ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT,
                        rule.name(),
                        texts.getMessage(rule, locale));
            case ChangeResult.Busy _ -> {
                var busy = problem(HttpStatus.SERVICE_UNAVAILABLE, "busy", words.say("registry.form.busy", locale));
                busy.getHeaders().set(HttpHeaders.RETRY_AFTER, "120");
                throw busy;
            }
        };
    }

    /** The part of the request that a refusal of the register speaks of. */
    private static String fieldOf(Refusal refusal) {
        return refusal.why().equals("fact_before_birth") ? "from" : refusal.field();
    }

    /** As it was sent, whoever refused it. */
    private static String sentFor(String field, FactRequest request) {
        var said = switch (field) {
            case "fact" -> request.fact();
            case "from" -> request.from();
            case "until" -> request.until();
            case "document" -> request.document();
            case "source" -> request.source();
            default -> request.value();
        };
        return said == null ? "" : said.toString();
    }

    private static Map<String, String> told(String field, String value, String why, String text) {
        return Map.of("field", field, "value", value, "reason", why, "detail", text);
    }

    private ApiProblem refused(List<Map<String, String>> because, Locale locale) {
        var problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "fact", words.say("registry.form.not_recorded", locale));
        problem.getBody().setProperty("refusals", because);
        return problem;
    }

    private static ApiProblem problem(HttpStatus status, String name, String text) {
        var problem = ProblemDetail.forStatusAndDetail(status, text);
        problem.setType(URI.create("urn:ansinh:refused:" + name));
        return new ApiProblem(status, problem);
    }

    /** Ends a request with a problem. */
    private static final class ApiProblem extends org.springframework.web.ErrorResponseException {
        private static final long serialVersionUID = 1L;

        ApiProblem(HttpStatus status, ProblemDetail problem) {
            super(status, problem, null);
        }
    }
}
