package org.ansinh.app.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.springframework.context.MessageSourceResolvable;

/**
 * A row that was not taken: where it is, which column, what it says and why. The sentence, which says what to do, is the registry's where the registry refused it
 * and this room's otherwise: {0} the value, {1} what it is measured against; {@code .bare} where there is nothing to measure it against.
 */
public record RowRefusal(String sheet, int row, String column, String value, String why, String detail)
        implements MessageSourceResolvable {

    @Override
    @JsonIgnore
    public String[] getCodes() {
        var own = "exchange.refusal." + why;
        var registry = "registry.refusal." + why;
        return detail.isEmpty() ? new String[] {own + ".bare", own, registry} : new String[] {own, registry};
    }

    @Override
    @JsonIgnore
    public Object[] getArguments() {
        return new Object[] {value, detail};
    }

    @Override
    @JsonIgnore
    public String getDefaultMessage() {
        return why;
    }
}
