package org.ansinh.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server: every room of the house in one process. */
@SpringBootApplication
class AnsinhApplication {}
