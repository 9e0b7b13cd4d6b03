package org.ansinh.app.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives an application under test a database of its own. */
final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var gate = TestServer.get().freshDatabase();
        // for what nobody may do at work
        context.getBeanFactory()
                .registerSingleton("ownerOfTheDatabase", TestServer.get().owner(gate));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fresh database",
                        Map.of(
                                "spring.datasource.url", gate.url(),
                                "spring.datasource.username", gate.user(),
                                "spring.datasource.password", gate.password())));
    }
}
