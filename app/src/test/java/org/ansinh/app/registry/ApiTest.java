package org.ansinh.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs get the same answers under the same rights, and the description at /api/openapi says what they get. */
@HouseTest
class ApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvc program;

    @Autowired
    ApplicationContext house;

    private ChangeVillage village;

    @BeforeEach
    void lay() {
        village = ChangeVillage.in(house);
    }

    private MockHttpServletResponse answer(String login, MockHttpServletRequestBuilder request) throws Exception {
        var answer = program.perform(request.with(httpBasic(login, ChangeVillage.PASSWORD)))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    private JsonNode json(String login, int status, MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(login, request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return JSON.readTree(answer.getContentAsString());
    }

    private static MockHttpServletRequestBuilder fact(int person, String key, String body) {
        return post("/api/people/{id}/facts", person)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    @Test
    void aPersonIsFoundAndReadWithBothClocksAndEachReadingIsAudited() throws Exception {
        var family = village.family("Chu");
        var found = json("lan.changes", 200, get("/api/search").param("q", "mai thi chu 1949"));
        assertThat(found.at("/hits/0/personId").asInt()).isEqualTo(family.mai());
        assertThat(found.at("/hits/0/headName").asString()).isEqualTo("Chu Văn Đạt");

        var file = json("lan.changes", 200, get("/api/people/{id}", family.mai()));
        assertThat(file.at("/identity/name").asString()).isEqualTo("Chu Thị Mai");
        assertThat(file.at("/facts/0/fact").asString()).isEqualTo("person.monthly_pension");
        assertThat(file.at("/facts/0/since").asString()).isEqualTo("2024-01-01");
        assertThat(file.at("/facts/0/recording").asLong()).isPositive();
        assertThat(village.audited("api_person", family.mai())).isEqualTo(1);

        var before =
                json("lan.changes", 200, get("/api/people/{id}", family.mai()).param("knownOn", "2020-01-01"));
        assertThat(before.at("/facts").size()).isZero();
        assertThat(json("lan.changes", 200, get("/api/households/{id}", family.household()))
                        .at("/members")
                        .size())
                .isEqualTo(4);
    }

    @Test
    void aWholeNumberOfSomebodyElsewhereIsAllThatAProgramIsToldOfThem() throws Exception {
        var family = village.family("Cao");
        village.identify(family.mai(), "004149777001");
        var elsewhere = json("binh.changes", 200, get("/api/search").param("q", "004149777001"));
        assertThat(elsewhere.toString()).isEqualTo("{\"hits\":[],\"more\":false,\"elsewhere\":true}");
        assertThat(village.audited("other_commune", family.mai())).isEqualTo(1);

        assertThat(json("binh.changes", 200, get("/api/search").param("q", "004149777002"))
                        .at("/elsewhere")
                        .asBoolean())
                .isFalse();
        assertThat(json("lan.changes", 200, get("/api/search").param("q", "004149777001"))
                        .at("/hits/0/personId")
                        .asInt())
                .isEqualTo(family.mai());
        var nobody = json("binh.changes", 404, get("/api/people/{id}", family.mai()));
        assertThat(nobody.at("/detail").asString()).contains("There is no person");
    }

    @Test
    void aFactIsRecordedOnceUnderItsKey() throws Exception {
        var family = village.family("Giáp");
        var body = """
                {"fact": "person.study", "value": "primary", "from": "2025-09-05", "source": "school", "document": "12/DS"}""";
        var first = json("lan.changes", 201, fact(family.an(), "school-2025-an", body));
        var second = json("lan.changes", 200, fact(family.an(), "school-2025-an", body));
        var third = json("lan.changes", 200, fact(family.an(), "school-2025-an-again", body));

        assertThat(first.at("/outcome").asString()).isEqualTo("recorded");
        assertThat(second.at("/outcome").asString()).isEqualTo("recorded_before");
        assertThat(second.at("/recording").asLong())
                .isEqualTo(first.at("/recording").asLong());
        assertThat(third.at("/outcome").asString()).isEqualTo("known_already");
        assertThat(village.text("select words || ' ' || days || ' ' || source from registry.face_fact_now where fact ="
                        + " 'person.study' and subject_id = " + family.an()))
                .isEqualTo("primary [2025-09-05,) school");

        json(
                "lan.changes",
                201,
                fact(
                        family.an(),
                        "school-2025-an-no",
                        "{\"fact\": \"person.study\", \"from\": \"2025-09-05\", \"retract\": true}"));
        assertThat(village.number("select count(*)::int from registry.face_fact_now where fact = 'person.study' and"
                        + " subject_id = " + family.an()))
                .isZero();
    }

    @Test
    void whatIsRefusedIsToldFieldByField() throws Exception {
        var family = village.family("Kha");
        var problem = json(
                "lan.changes",
                422,
                fact(
                        family.an(),
                        "bad-value-1",
                        "{\"fact\": \"person.study\", \"value\": \"kindergarten\", \"from\": \"2025-09-05\"}"));
        assertThat(problem.at("/refusals/0/field").asString()).isEqualTo("person.study");
        assertThat(problem.at("/refusals/0/value").asString()).isEqualTo("kindergarten");
        assertThat(problem.at("/refusals/0/detail").asString()).contains("không có trong danh sách");
        var early = json(
                "lan.changes",
                422,
                fact(
                        family.an(),
                        "bad-value-2",
                        "{\"fact\": \"person.study\", \"value\": \"primary\", \"from\": \"2010-09-05\"}"));
        assertThat(early.at("/refusals/0/reason").asString()).isEqualTo("fact_before_birth");
        assertThat(early.at("/refusals/0/field").asString()).isEqualTo("from");
        assertThat(early.at("/refusals/0/value").asString()).isEqualTo("2010-09-05");
        var backwards = json(
                "lan.changes",
                422,
                fact(
                        family.an(),
                        "bad-days-1",
                        "{\"fact\": \"person.study\", \"value\": \"primary\", \"from\": \"2026-09-05\", \"until\": \"2026-01-01\"}"));
        assertThat(backwards.at("/refusals/0/field").asString()).isEqualTo("until");
        assertThat(backwards.at("/refusals/0/value").asString()).isEqualTo("2026-01-01");
        assertThat(json("lan.changes", 400, fact(family.an(), "short", "{}"))
                        .at("/type")
                        .asString())
                .isEqualTo("urn:ansinh:refused:key");
        var valid = "{\"fact\": \"person.study\", \"value\": \"primary\", \"from\": \"2025-09-05\"}";
        assertThat(json("binh.changes", 403, fact(family.an(), "not-mine-1", valid))
                        .at("/status")
                        .asInt())
                .isEqualTo(403);
        assertThat(json("chu.changes", 403, fact(family.an(), "not-mine-2", valid))
                        .at("/type")
                        .asString())
                .isEqualTo("urn:ansinh:refused:stated_by_others");
        assertThat(json("lan.changes", 400, fact(family.an(), "not-json-1", "nothing"))
                        .at("/status")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void aPersonIsDeterminedAndTheListsAndDecisionsAnswer() throws Exception {
        var family = village.family("Khúc");
        var answers = json(
                "lan.changes",
                200,
                get("/api/people/{id}/determination", family.mai())
                        .param("from", "2026-01")
                        .param("to", "2026-03"));
        assertThat(answers.at("/answers").size()).isEqualTo(2);
        json("lan.changes", 200, get("/api/lists").param("month", "2026-10"));
        json("lan.changes", 200, get("/api/decisions").param("state", "draft"));
        assertThat(json("lan.changes", 404, get("/api/decisions/999999"))
                        .at("/status")
                        .asInt())
                .isEqualTo(404);
    }

    @Test
    void whoIsNotLetInIsToldSoAsAProblem() throws Exception {
        var nobody = program.perform(get("/api/search").param("q", "chu"))
                .andReturn()
                .getResponse();
        assertThat(nobody.getStatus()).isEqualTo(401);
        assertThat(nobody.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var wrong = program.perform(get("/api/search").param("q", "chu").with(httpBasic("lan.changes", "sai")))
                .andReturn()
                .getResponse();
        assertThat(wrong.getStatus()).isEqualTo(401);
        assertThat(json("lan.changes", 400, get("/api/search").param("q", "x"))
                        .at("/detail")
                        .asString())
                .contains("at least 2 characters");
        assertThat(json("lan.changes", 400, get("/api/lists").param("month", "tháng 10"))
                        .at("/detail")
                        .asString())
                .isEqualTo("'month' cannot be 'tháng 10'; expected a month such as 2026-10, from 1900 to 2200.");
    }

    @Test
    void everyEndpointIsDescribed() throws Exception {
        var bare = new ArrayList<String>();
        var api = json("lan.changes", 200, get("/api/openapi"));
        assertThat(api.at("/components/securitySchemes/password/scheme").asString())
                .isEqualTo("basic");
        assertThat(api.at("/paths").size()).isGreaterThanOrEqualTo(12);
        api.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var name = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    var operation = method.getValue();
                    if (operation.at("/summary").asString("").isBlank()
                            || operation.at("/tags").isEmpty()
                            || !operation.at("/responses").has("401")
                            || operation.at("/responses").properties().stream()
                                    .anyMatch(it -> it.getValue()
                                            .at("/description")
                                            .asString("")
                                            .isBlank())) {
                        bare.add(name);
                    }
                }));
        assertThat(bare)
                .as("endpoints without summary, tag, or described answers")
                .isEmpty();
    }

    /** One request, and the path and method that describe it. */
    private record Call(String method, String path, MockHttpServletRequestBuilder request) {}

    @Test
    void theAnswersDescribedAreThoseGiven() throws Exception {
        var family = village.family("Tạ");
        int mai = family.mai();
        var body = "{\"fact\": \"person.stable_income\", \"value\": false, \"from\": \"2026-01-01\"}";
        var calls = List.of(
                new Call("get", "/api/search", get("/api/search").param("q", "mai ta 1949")),
                new Call("get", "/api/search", get("/api/search").param("q", "x")),
                new Call("get", "/api/people/{id}", get("/api/people/{id}", mai)),
                new Call("get", "/api/people/{id}", get("/api/people/999999999")),
                new Call("get", "/api/households/{id}", get("/api/households/{id}", family.household())),
                new Call("post", "/api/people/{id}/facts", fact(mai, "described-1", body)),
                new Call("post", "/api/people/{id}/facts", fact(mai, "described-1", body)),
                new Call("post", "/api/people/{id}/facts", fact(mai, "described-2", body.replace("false", "\"?\""))),
                new Call(
                        "get",
                        "/api/people/{id}/determination",
                        get("/api/people/{id}/determination", mai)
                                .param("from", "2026-01")
                                .param("to", "2026-01")),
                new Call("get", "/api/determinations", get("/api/determinations")),
                new Call("get", "/api/lists", get("/api/lists").param("month", "2026-10")),
                new Call("get", "/api/decisions", get("/api/decisions")),
                new Call("get", "/api/decisions/to-sign", get("/api/decisions/to-sign")));
        var api = json("lan.changes", 200, get("/api/openapi"));
        for (var call : calls) {
            var answer = answer("lan.changes", call.request());
            var name = "%s %s: %d".formatted(call.method(), call.path(), answer.getStatus());
            var described = api.at("/paths")
                    .path(call.path())
                    .path(call.method())
                    .path("responses")
                    .path(Integer.toString(answer.getStatus()));
            assertThat(described.isMissingNode()).as(name + " is not described").isFalse();
            var type = String.valueOf(answer.getContentType()).split(";")[0];
            var schema = described.path("content").path(type).path("schema");
            assertThat(schema.isMissingNode())
                    .as(name + " is described, but not as " + type + ": " + described)
                    .isFalse();
            fits(api, schema, JSON.readTree(answer.getContentAsString()), name);
        }
    }

    /** Whatever stands in an answer is described, with its type. */
    private static void fits(JsonNode api, JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            fits(api, api.at(schema.path("$ref").asString().substring(1)), value, where);
            return;
        }
        if (value.isNull()) {
            return;
        }
        switch (schema.path("type").asString("")) {
            case "object" -> {
                assertThat(value.isObject()).as(where).isTrue();
                if (schema.has("properties")) {
                    value.properties().forEach(it -> {
                        assertThat(schema.path("properties").has(it.getKey()))
                                .as(where + " has an undescribed " + it.getKey())
                                .isTrue();
                        fits(
                                api,
                                schema.path("properties").path(it.getKey()),
                                it.getValue(),
                                where + "." + it.getKey());
                    });
                }
            }
            case "array" -> {
                assertThat(value.isArray()).as(where).isTrue();
                value.forEach(it -> fits(api, schema.path("items"), it, where + "[]"));
            }
            case "string" ->
                assertThat(value.isString()).as(where + " " + value).isTrue();
            case "integer", "number" ->
                assertThat(value.isNumber()).as(where + " " + value).isTrue();
            case "boolean" ->
                assertThat(value.isBoolean()).as(where + " " + value).isTrue();
            default ->
                assertThat(schema.isEmpty())
                        .as(where + " is described as " + schema)
                        .isTrue();
        }
    }
}
