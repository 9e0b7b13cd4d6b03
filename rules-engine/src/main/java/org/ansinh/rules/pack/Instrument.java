package org.ansinh.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A legal document. */
public record Instrument(
        String number,
        Kind kind,
        Text title,
        Text issuer,
        LocalDate signed,
        LocalDate inForce,
        List<String> repeals,
        Certainty certainty,
        String source,
        Optional<String> note) {

    /** What sort of document it is. */
    public enum Kind {
        LAW("Luật", "Law"),
        ORDINANCE("Pháp lệnh", "Ordinance"),
        RESOLUTION("Nghị quyết", "Resolution"),
        DECREE("Nghị định", "Decree"),
        DECISION("Quyết định", "Decision"),
        CIRCULAR("Thông tư", "Circular"),
        JOINT_CIRCULAR("Thông tư liên tịch", "Joint Circular"),
        TELEGRAM("Công điện", "Telegram");

        private final String vi;
        private final String en;

        Kind(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }

        /** As it stands before a number. */
        public String word(Language language) {
            return language == Language.VI ? vi : en;
        }
    }
}
