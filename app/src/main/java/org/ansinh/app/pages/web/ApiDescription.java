package org.ansinh.app.pages.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all of the API has in common: who may ask, and how an error looks. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PASSWORD = "password";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";

    @Bean
    OpenAPI apiOfTheHouse() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("An Sinh")
                                .version("0.1.0")
                                .description(
                                        "What the pages do most, for programs: the same accounts, roles, areas and audit. Errors are problem+json."))
                .components(new Components()
                        .addSecuritySchemes(
                                PASSWORD,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Login and password of an officer, or the cookie of a session."))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(PASSWORD));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457. refusals: one for each field that is wrong.")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "refusals",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("value", new StringSchema())
                                        .addProperty("reason", new StringSchema())
                                        .addProperty("detail", new StringSchema())));
    }

    /** Every error has the same body; who is not signed in, or may not, is told so everywhere. */
    @Bean
    OpenApiCustomizer problemsEverywhere() {
        return api -> api.getPaths()
                .values()
                .forEach(path -> path.readOperationsMap().forEach((method, operation) -> describeProblems(operation)));
    }

    private static void describeProblems(Operation operation) {
        var answers = operation.getResponses();
        answers.computeIfAbsent("401", code -> new ApiResponse().description("No login and password, or wrong ones."));
        answers.computeIfAbsent("403", code -> new ApiResponse().description("Your role or area does not allow it."));
        answers.forEach((code, answer) -> {
            if (code.startsWith("4") || code.startsWith("5")) {
                answer.setContent(new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
            }
        });
    }
}
