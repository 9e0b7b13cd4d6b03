package org.ansinh.app.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.registry.FilesDesk;
import org.ansinh.app.registry.FilesDesk.Found;
import org.ansinh.app.registry.FilesDesk.HouseholdFile;
import org.ansinh.app.registry.FilesDesk.KnownFact;
import org.ansinh.app.registry.FilesDesk.PersonFile;
import org.ansinh.rules.pack.FactDefinition.Sensitivity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** People and households for programs: found and read as on the pages, within the area of whoever asks, every reading audited. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "People", description = "Find people, read files of people and households, record facts.")
class RegistryApi {

    private static final int SHORTEST = 2;

    private final FilesDesk files;
    private final FactWords words;

    RegistryApi(FilesDesk files, FactWords words) {
        this.files = files;
        this.words = words;
    }

    @GetMapping("/search")
    @Operation(
            summary = "Find people within your area",
            description =
                    "By words of a name in any order, with or without marks, village, year of birth, household code or part of a personal"
                            + " number. A whole number of 12 digits that belongs to somebody outside your area is answered with elsewhere=true and"
                            + " nothing else; that too is audited.")
    @ApiResponse(responseCode = "200", description = "Up to 50 hits; more=true when there are others.")
    @ApiResponse(responseCode = "400", description = "Fewer than two characters.")
    Found search(@RequestParam @Parameter(example = "hoa nong 1950") String q) {
        if (q.strip().length() < SHORTEST) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "Search for at least %d characters; '%s' is too short.".formatted(SHORTEST, q));
        }
        return files.find(q.strip());
    }

    @GetMapping("/people/{id}")
    @Operation(
            summary = "Read the file of a person",
            description =
                    "Who they are, whom they live with, their ties, every fact that is not sensitive with its days, source and recording, and"
                            + " the acts that changed the file.")
    @ApiResponse(responseCode = "200", description = "The file.")
    @ApiResponse(responseCode = "404", description = "Nobody of that number in your area.")
    PersonFile person(
            @PathVariable int id,
            @RequestParam(required = false)
                    @Parameter(description = "Facts as they were known at the end of that day; left out: as known now.")
                    @Nullable
                    LocalDate knownOn) {
        var file = files.personForProgram(id, Optional.ofNullable(knownOn)).orElseThrow(() -> missing("person", id));
        return new PersonFile(file.identity(), file.household(), file.ties(), open(file.facts()), file.acts());
    }

    @GetMapping("/households/{id}")
    @Operation(
            summary = "Read the file of a household",
            description = "Where it stands, who lives there, and its facts.")
    @ApiResponse(responseCode = "200", description = "The file.")
    @ApiResponse(responseCode = "404", description = "No household of that number in your area.")
    HouseholdFile household(@PathVariable int id) {
        var file = files.household(id).orElseThrow(() -> missing("household", id));
        return new HouseholdFile(
                file.householdId(),
                file.code(),
                file.headId(),
                file.villageId(),
                file.village(),
                file.communeCode(),
                file.commune(),
                file.demo(),
                file.members(),
                open(file.facts()));
    }

    /** What is sensitive is kept back here as on the general page of a file. */
    private List<KnownFact> open(List<KnownFact> facts) {
        return facts.stream()
                .filter(it -> words.definition(it.fact())
                        .filter(known -> known.sensitivity() == Sensitivity.ORDINARY)
                        .isPresent())
                .toList();
    }

    /** Whoever is outside the area and whoever does not exist get the same answer. */
    private static ResponseStatusException missing(String what, int id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no %s %d in your area.".formatted(what, id));
    }
}
