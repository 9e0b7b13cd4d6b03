package org.ansinh.app.pages;

/** Whether the people of this house are invented. Whatever leaves the house as a file says so where that is the case; pages and prints say it in their frame. */
public interface DemoMark {

    boolean isDemo();
}
