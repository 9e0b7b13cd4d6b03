package org.ansinh.app.access.work;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.CodeDesk;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.model.Letters;
import org.ansinh.app.access.model.OneTimeCode;
import org.ansinh.app.access.model.RecoveryCode;
import org.ansinh.app.access.store.AuditRows;
import org.ansinh.app.access.store.CodeRows;
import org.ansinh.app.access.store.CodeRows.PhoneCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Codes are counted on the real clock: a phone knows nothing of the day a demonstration stands on. */
@Component
class Codes implements CodeDesk {
    private static final int ON_PAPER = 10;
    private static final String ISSUER = "An Sinh";

    private final CodeRows rows;
    private final AuditRows audit;
    private final Clock wall;
    private final boolean required;

    Codes(
            CodeRows rows,
            AuditRows audit,
            @Qualifier("wallClock") Clock wall,
            @Value("${ansinh.codes:required}") String setting) {
        this.rows = rows;
        this.audit = audit;
        this.wall = wall;
        this.required = !setting.equals("off");
    }

    @Override
    public boolean areRequired() {
        return required;
    }

    @Override
    public boolean isSetUp(OfficerId officer) {
        return Acting.as(Actor.DOORKEEPER, () -> rows.find(officer).isPresent());
    }

    @Override
    public Offer offer(String login) {
        byte[] secret = OneTimeCode.freshSecret();
        return new Offer(secret, Letters.of(secret), OneTimeCode.address(ISSUER, login, secret));
    }

    @Override
    public Optional<List<String>> setUp(OfficerId officer, Offer offer, String typed) {
        OptionalLong step = OneTimeCode.matching(offer.secret(), typed, wall.instant(), Long.MIN_VALUE);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> recovery = Stream.generate(RecoveryCode::fresh)
                .limit(ON_PAPER)
                .map(RecoveryCode::text)
                .toList();
        var hashes = recovery.stream()
                .map(it -> RecoveryCode.hash(officer.number(), it))
                .toList();
        Acting.run(
                Actor.WORKER,
                () -> rows.setUp(officer, new PhoneCode(offer.secret(), step.getAsLong()), hashes, wall.instant()));
        audit.setCode();
        return Optional.of(recovery);
    }

    /** As the doorkeeper: whether a code opens the door for somebody who has one set up; it opens it once. */
    boolean open(OfficerId officer, PhoneCode phone, String typed) {
        OptionalLong step = OneTimeCode.matching(phone.secret(), typed, wall.instant(), phone.lastStep());
        if (step.isPresent()) {
            return rows.taken(officer, step.getAsLong());
        }
        return RecoveryCode.looksLikeOne(typed)
                && rows.recovered(officer, RecoveryCode.hash(officer.number(), typed), wall.instant());
    }

    /** Nothing where codes are switched off, whatever was set up before. */
    Optional<PhoneCode> phoneOf(OfficerId officer) {
        return required ? rows.find(officer) : Optional.empty();
    }
}
