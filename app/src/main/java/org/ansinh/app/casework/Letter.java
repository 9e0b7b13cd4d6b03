package org.ansinh.app.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an office decides or answers, as the paper that goes to whoever it is about. It says only what was frozen, recorded or is the law's, in Vietnamese.
 *
 * @param kind grant, refuse, adjust, stop, suspend, resume, recover; complaint, denunciation, feedback
 * @param about what the paper is about, as its heading says
 * @param grounds places in the law that it rests on, each with the title of its document
 * @param considering the file or the word it answers; empty where there is none
 * @param articles what it says, in order; their number is their place
 * @param recourse what somebody may do who does not agree; empty where the pack knows nothing of it
 * @param unverified rests on law that no jurist had released
 */
public record Letter(
        String kind,
        Form form,
        Head head,
        Addressee to,
        String about,
        List<String> grounds,
        String considering,
        List<Article> articles,
        String recourse,
        Foot foot,
        boolean unverified) {

    /** How papers of an office look, by what they are. */
    public enum Form {
        DECISION("QUYẾT ĐỊNH", "/QĐ-UBND"),
        NOTICE("THÔNG BÁO", "/TB-UBND"),
        /** A letter: it has no heading, says above what it is about, and greets whom it is for. */
        REPLY("", "/UBND");

        private final String title;
        private final String numberEnd;

        Form(String title, String numberEnd) {
            this.title = title;
            this.numberEnd = numberEnd;
        }

        public String title() {
            return title;
        }

        /** What follows the number of the office's book. */
        public String numberEnd() {
            return numberEnd;
        }

        public boolean isDecision() {
            return this == DECISION;
        }
    }

    /**
     * What stands above.
     *
     * @param number of the office's book, as papers carry it; none in a draft
     * @param signedOn none in a draft
     * @param commune its full name: xã Yên Thổ
     * @param ofTheProvince the province's office decides, not the commune's
     */
    public record Head(Optional<String> number, Optional<LocalDate> signedOn, String commune, boolean ofTheProvince) {}

    /**
     * Whom it is about; a birth known only by its year is written so; what is not known is empty.
     *
     * @param diedOn as papers write a day; empty while somebody lives
     */
    public record Addressee(
            boolean household, String name, String born, String number, String residence, String diedOn) {

        /** As a paper speaks of them: ông/bà Nông Thị Hoa; where they have died, of their family. */
        public String called() {
            return (household ? "hộ ông/bà " : diedOn.isEmpty() ? "ông/bà " : "gia đình ông/bà ") + name;
        }
    }

    /** A numbered part: sentences, then points, then months with their amounts. */
    public record Article(List<Paragraph> says, List<String> points, Optional<Table> table) {

        public static Article of(Paragraph... says) {
            return new Article(List.of(says), List.of(), Optional.empty());
        }

        public Article with(List<String> more) {
            return new Article(says, more, table);
        }

        public Article with(Table months) {
            return new Article(says, points, Optional.of(months));
        }
    }

    /** A sentence; where it names whom the paper is about, that stands between its two parts, with birth, number and residence. */
    public record Paragraph(String before, boolean names, String after) {

        public static Paragraph of(String words) {
            return new Paragraph(words, false, "");
        }

        public static Paragraph naming(String before, String after) {
            return new Paragraph(before, true, after);
        }
    }

    /** Each row has as many words as there are headings; what stands after the first of them is an amount. */
    public record Table(List<String> headings, List<List<String>> rows) {}

    /**
     * What stands below.
     *
     * @param kept with which file it is kept; empty where there is none
     * @param notes what whoever issues the paper has to know, in small letters
     */
    public record Foot(Signer signer, String kept, List<String> notes) {}

    /** Under which number of the register a file was received, and when. */
    public record File(String number, LocalDate receivedOn) {}

    /** A condition that is not fulfilled, and where the law says so. */
    public record Reason(String says, String basis) {}

    /**
     * Who signs.
     *
     * @param name none in a draft
     * @param delegation the paper by which a deputy signs for the head of the office; none where the head signs
     */
    public record Signer(Optional<String> name, Optional<String> delegation) {

        public static final Signer NOBODY_YET = new Signer(Optional.empty(), Optional.empty());
    }

    /** With the number that its office gave it, written as a whole; a draft has none. */
    public Letter numbered(String number) {
        var named = new Head(
                Optional.of(number).filter(it -> !it.isBlank()), head.signedOn(), head.commune(), head.ofTheProvince());
        return new Letter(kind, form, named, to, about, grounds, considering, articles, recourse, foot, unverified);
    }

    public boolean isRefusal() {
        return kind.equals("refuse");
    }

    public boolean isDraft() {
        return head.signedOn().isEmpty();
    }
}
