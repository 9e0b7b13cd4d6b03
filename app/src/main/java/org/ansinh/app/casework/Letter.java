package org.ansinh.app.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A decision as the paper that goes to whoever it is about. It says only what the decision froze, in Vietnamese.
 *
 * @param kind grant or refuse
 * @param number of the office's book, as papers carry it; none in a draft
 * @param signedOn none in a draft
 * @param commune its full name: xã Yên Thổ
 * @param ofTheProvince the province's office decides, not the commune's
 * @param grounds places in the law that it rests on, each with the title of its document
 * @param file the file it was made on, where there is one
 * @param gives what is granted; none in a refusal
 * @param reasons why not, in a refusal
 * @param unknown what nobody has shown, in a refusal
 * @param complaint how long somebody has to complain, and the office to answer; none where the pack names no terms
 * @param unverified rests on law that no jurist had released
 */
public record Letter(
        String kind,
        Optional<String> number,
        Optional<LocalDate> signedOn,
        String commune,
        boolean ofTheProvince,
        String programme,
        Addressee to,
        List<String> grounds,
        Optional<File> file,
        Optional<Gives> gives,
        List<Reason> reasons,
        String unknown,
        Signer signer,
        Optional<Complaint> complaint,
        boolean unverified) {

    /** Whom it is about; a birth known only by its year is written so. */
    public record Addressee(boolean household, String name, String born, String number, String residence) {}

    /** Under which number of the register the file was received, and when. */
    public record File(String number, LocalDate receivedOn) {}

    /**
     * What is granted.
     *
     * @param inWords the amount in words, as papers about money carry it
     * @param provisions as whom, in the words of the law
     * @param from from which month or day on, as a phrase
     */
    public record Gives(long amount, String inWords, String per, List<String> provisions, String from) {}

    /** A condition that is not fulfilled, and where the law says so. */
    public record Reason(String says, String basis) {}

    /**
     * Who signs.
     *
     * @param name none in a draft
     * @param delegation the paper by which a deputy signs for the head of the office; none where the head signs
     */
    public record Signer(Optional<String> name, Optional<String> delegation) {}

    /** Days: to file it, and to resolve it from its acceptance: as a rule, where it is complex, in remote places, and where both hold. */
    public record Complaint(long file, long first, long complex, long remote, long remoteComplex) {}

    public boolean isRefusal() {
        return kind.equals("refuse");
    }

    public boolean isDraft() {
        return signedOn.isEmpty();
    }
}
