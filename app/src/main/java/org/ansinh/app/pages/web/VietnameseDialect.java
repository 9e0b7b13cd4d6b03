package org.ansinh.app.pages.web;

import java.util.Set;
import org.ansinh.app.pages.Writing;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Lets templates write {@code ${#vn.money(amount)}}. */
class VietnameseDialect extends AbstractDialect implements IExpressionObjectDialect {

    VietnameseDialect() {
        super("vietnamese");
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of("vn");
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return new Writing(context.getLocale());
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
