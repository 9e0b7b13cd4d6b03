package org.ansinh.app.casework;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files from the first paper to the decision, and the work of the day. Everything holds for the area and purposes of whoever acts. */
public interface ApplicationDesk {

    /** How urgent an open file is. */
    enum Bucket {
        /** The term of the law has passed. */
        OVERDUE,
        /** The last day of the term is today. */
        TODAY,
        COMING,
        /** Received, and the law pack knows no term. */
        NO_TERM,
        /** Papers are missing; the term does not run. */
        INCOMPLETE,
        /** Somebody asked, and has not signed yet. */
        UNSIGNED,
        /** A right that nobody uses: the applicant has to sign. */
        TO_SIGN,
        /** The right begins on a day to come; the file is prepared. */
        AHEAD
    }

    /**
     * Files that are alike: the same urgency, programme, ground and occasion.
     *
     * @param level theirs added up, đồng for one period of the programme
     * @param first the earliest last day of a term, or the earliest day on which a right begins
     */
    record WorkGroup(
            Bucket bucket,
            String programme,
            String provisions,
            String occasion,
            long number,
            long communes,
            long level,
            long unverified,
            Optional<LocalDate> first) {}

    /** The work of the day, the most urgent first. */
    List<WorkGroup> work(boolean mine);

    List<Application> list(ApplicationChoice choice, int page, int pageSize);

    long count(ApplicationChoice choice);

    /**
     * What a signature a month later costs.
     *
     * @param signedIn the month after the one in which it should be signed
     * @param lost the month that is not paid then, for good
     */
    record Loss(YearMonth signedIn, YearMonth lost, long amount) {}

    /** What waiting costs whoever has the right; empty where the law counts from another day than the signature. */
    Optional<Loss> lossByWaiting(Application application);

    /** How many working days open files have passed their terms, by number; those that have not are left out. */
    Map<Long, Integer> daysLate(List<Application> files);

    /** One file; reading it is audited. */
    Optional<Application> open(long id);

    /** What was done with it, in order. */
    List<Step> steps(long id);

    /** @param step a word of the schema: opened, received, incomplete, … */
    record Step(LocalDate day, String officer, String step, String note) {}

    /** Files of one person or household, the newest first. */
    List<Application> ofSubject(boolean household, int subjectId);

    /** Programmes that people ask for one by one and that are decided here today. */
    List<String> programmesDecidedHere();

    /**
     * Opens a file for somebody who asks; empty when whoever acts does not see them, or they belong to no household where the programme is for one.
     *
     * @param came applicant, village_head or complaint
     */
    Optional<Long> openFor(int person, String programme, String came);

    /** Whether it is owed for a burial: whoever asks for it tells of a death. */
    boolean isForABurial(String programme);

    /** What is written down when a signed file comes in. */
    record Incoming(LocalDate receivedOn, String shelf, String oneStop) {}

    /** Files signed and brought in on one day; returns how many were received now. */
    int receive(List<Long> ids, Incoming incoming);

    /** All unsigned files of a choice at once. */
    int receiveAll(ApplicationChoice choice, Incoming incoming);

    /** Nothing is missing; where something was, the term begins anew. */
    boolean complete(long id);

    boolean incomplete(long id, String missing);

    boolean withdraw(long id, String because);

    boolean file(long id, String shelf, String oneStop);

    /** @param officer the name in the database of whoever takes it over */
    boolean handOver(long id, String officer);

    /** Everything open of one officer to another, when people change. */
    int handOverAll(String from, String to);

    /** Who may take over the files of a commune: names by the officer's name in the database. */
    Map<String, String> colleagues(String commune);
}
