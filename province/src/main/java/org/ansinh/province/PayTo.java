package org.ansinh.province;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How money reaches its payee.
 *
 * @param payee the key of the person who receives: often, but not always, the one the money is for
 * @param bank the code of the bank, where the channel is an account
 * @param holder whose account it is, as banks write it; empty where no paper says so
 */
public record PayTo(
        Channel channel, long payee, Optional<String> bank, Optional<String> account, Optional<String> holder) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The ways of paying. */
    public enum Channel {
        CASH("cash"),
        BANK_ACCOUNT("bank_account"),
        POST("post");

        private final String id;

        Channel(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    static PayTo cash(long payee) {
        return new PayTo(Channel.CASH, payee, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static PayTo post(long payee) {
        return new PayTo(Channel.POST, payee, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static PayTo account(long payee, String bank, String number) {
        return new PayTo(Channel.BANK_ACCOUNT, payee, Optional.of(bank), Optional.of(number), Optional.empty());
    }

    /** In capitals without marks, as a bank has the name of its customer. */
    PayTo heldBy(String name) {
        var latin = MARKS.matcher(Normalizer.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('Đ', 'D');
        return new PayTo(channel, payee, bank, account, Optional.of(latin));
    }
}
