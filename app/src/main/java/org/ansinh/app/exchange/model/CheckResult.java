package org.ansinh.app.exchange.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.registry.PopulationCheckDesk.Outcome;

/** The results that may be written on a list for the population database; the first way of saying each stands on the list itself. */
public enum CheckResult {
    AGREES(Outcome.AGREES, "Khớp", "dung", "trung khop", "da khop", "x", "agrees"),
    DIFFERS(Outcome.DIFFERS, "Khác", "khong khop", "sai", "sai lech", "khac thong tin", "differs"),
    NOT_FOUND(Outcome.NOT_FOUND, "Không tìm thấy", "khong thay", "khong co", "khong co trong csdl", "not found"),
    OTHERS_NUMBER(
            Outcome.OTHERS_NUMBER,
            "Số của người khác",
            "so dinh danh cua nguoi khac",
            "trung so",
            "number of somebody else"),
    DEAD(Outcome.DEAD, "Đã chết", "chet", "da mat", "tu vong", "da tu vong", "dead"),
    MOVED(Outcome.MOVED, "Đã chuyển đi", "chuyen di", "da chuyen", "chuyen noi cu tru", "moved");

    private final Outcome outcome;
    private final String written;

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final String[] also;

    CheckResult(Outcome outcome, String written, String... also) {
        this.outcome = outcome;
        this.written = written;
        this.also = also;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String written() {
        return written;
    }

    public static Optional<Outcome> read(String cell) {
        var words = Words.folded(cell);
        return Arrays.stream(values())
                .filter(it -> Stream.concat(Stream.of(Words.folded(it.written)), Arrays.stream(it.also))
                        .anyMatch(words::equals))
                .map(CheckResult::outcome)
                .findFirst();
    }

    public static List<String> all() {
        return Arrays.stream(values()).map(CheckResult::written).toList();
    }
}
