package app.respite.cli;

import app.respite.cli.CoachCommand.Kind;
import app.respite.cli.CoachCommand.Part;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A {@link CoachCommand} in the tree of all commands. */
class DeclaredCommand extends BaseCommand {
  private final CoachCommand command;
  private final Map<Part, ArgSpec> values = new HashMap<>();

  DeclaredCommand(CoachCommand command) {
    this.command = command;
  }

  /** The command for picocli. */
  CommandSpec declared() {
    CommandSpec declared = CommandSpec.forAnnotatedObject(this).name(command.name());
    declared.usageMessage().description(command.description().toArray(String[]::new));
    for (Part part : command.parts()) {
      ArgSpec made = part.isWord() ? word(part) : option(part);
      declared.add(made);
      values.put(part, made);
    }
    return declared;
  }

  private static ArgSpec word(Part part) {
    PositionalParamSpec.Builder word =
        PositionalParamSpec.builder()
            .index("0")
            .arity(part.required() ? "1" : "0..1")
            .required(part.required())
            .type(type(part))
            .paramLabel(part.label())
            .description(description(part));
    if (part.fallback() != null) {
      word.defaultValue(part.fallback());
    }
    return (part.kind() == Kind.LENGTH ? word.converters(new Lengths()) : word).build();
  }

  private static ArgSpec option(Part part) {
    OptionSpec.Builder option =
        OptionSpec.builder(part.option())
            .arity(part.kind() == Kind.FLAG ? "0" : "1")
            .type(type(part))
            .description(description(part));
    if (part.kind() != Kind.FLAG) {
      option.paramLabel(part.label());
    }
    if (part.fallback() != null) {
      option.defaultValue(part.fallback());
    }
    return (part.kind() == Kind.LENGTH ? option.converters(new Lengths()) : option).build();
  }

  private static String[] description(Part part) {
    return part.description().isEmpty() ? new String[0] : new String[] {part.description()};
  }

  private static Class<?> type(Part part) {
    return switch (part.kind()) {
      case FLAG -> boolean.class;
      case LENGTH -> Duration.class;
      // What picocli says of a word that is no number names this type.
      case WHOLE -> int.class;
      case TEXT, MOMENT -> String.class;
    };
  }

  /** What this call tells the coach. */
  final Map<String, @Nullable Object> fields() {
    Map<String, Object> given = new HashMap<>();
    values.forEach(
        (part, spec) -> {
          Object value = spec.getValue();
          if (value != null && !value.equals(false)) {
            given.put(
                part.field(),
                switch (part.kind()) {
                  case LENGTH -> value.toString();
                  case MOMENT -> moments().moment(value.toString()).toString();
                  case FLAG, TEXT, WHOLE -> value;
                });
          }
        });
    return command.fields(given);
  }

  @Override
  public Integer call() {
    return talk().tell(fields()).status();
  }
}
