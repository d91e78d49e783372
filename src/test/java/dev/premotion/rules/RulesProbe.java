package dev.premotion.rules;

/** Loads the rules in a JVM of its own and prints where they came from and their names; see ExecutableJarIT. */
public final class RulesProbe {
    private RulesProbe() {}

    public static void main(String[] args) {
        var location = CompiledRules.class.getProtectionDomain().getCodeSource().getLocation();
        System.out.println(location.getPath());
        CompiledRules.load().getKiePackages().stream()
                .flatMap(rules -> rules.getRules().stream())
                .map(rule -> rule.getName())
                .sorted()
                .forEach(System.out::println);
    }
}
