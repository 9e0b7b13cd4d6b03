package org.ansinh.app.access;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessException;

/**
 * A rule of the house that the database kept against whoever acts. The database names it: a constraint by its own name, a function or trigger with
 * {@code raise … using constraint = 'rule'}, and what the sentence speaks of in {@code detail}, parted by {@code |}. The sentence, what and what to do next, is the text
 * {@code refused.RULE}; a rule without a text of its own is told by the text of its code.
 *
 * @param forbidden somebody else may do it; otherwise nobody may, as things stand
 */
public record BrokenRule(String rule, String code, boolean forbidden, String detail)
        implements MessageSourceResolvable {

    private static final String FORBIDDEN = "42501";
    private static final String OUTSIDE_AREA = "AS003";
    private static final String NO_CHARACTER = "22021";

    /** What broke; empty where the trouble is none of the house's rules but a fault. */
    public static Optional<BrokenRule> in(DataAccessException trouble) {
        return trouble.getMostSpecificCause() instanceof PSQLException said
                ? Optional.ofNullable(said.getServerErrorMessage()).flatMap(BrokenRule::told)
                : Optional.empty();
    }

    /** What broke while this was done; empty when it is done. */
    public static Optional<BrokenRule> by(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (DataAccessException trouble) {
            return Optional.of(orThrow(trouble));
        }
    }

    /** What broke; a fault goes on its way. */
    public static BrokenRule orThrow(DataAccessException trouble) {
        return in(trouble).orElseThrow(() -> trouble);
    }

    /** No rule, and no fault of ours: a sign that no text of the database can hold. */
    public static boolean isUnwritable(DataAccessException trouble) {
        return trouble.getMostSpecificCause() instanceof PSQLException said
                && Optional.ofNullable(said.getServerErrorMessage())
                        .filter(it -> NO_CHARACTER.equals(it.getSQLState()))
                        .isPresent();
    }

    private static Optional<BrokenRule> told(ServerErrorMessage said) {
        var code = text(said.getSQLState());
        if (!code.equals(FORBIDDEN) && !code.startsWith("23") && !code.startsWith("AS")) {
            return Optional.empty();
        }
        var forbidden = code.equals(FORBIDDEN) || code.equals(OUTSIDE_AREA);
        return Optional.of(new BrokenRule(text(said.getConstraint()), code, forbidden, text(said.getDetail())));
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    public boolean isOutsideArea() {
        return code.equals(OUTSIDE_AREA);
    }

    /** Short and lasting, for programs. */
    public String name() {
        return rule.isEmpty() ? code : rule;
    }

    @Override
    public String[] getCodes() {
        return new String[] {"refused." + name(), "refused." + code, "refused.other"};
    }

    @Override
    public Object[] getArguments() {
        return Arrays.stream(detail.split("\\|")).toArray();
    }
}
