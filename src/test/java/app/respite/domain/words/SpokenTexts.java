package app.respite.domain.words;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Everything the program can say: the strings of its sources, parts that are joined taken together,
 * and the texts that lie beside them.
 */
final class SpokenTexts {
  /** A text and where it stands. */
  record Spoken(String where, String text) {}

  private static final Path SOURCES = Path.of("src", "main", "java");

  private SpokenTexts() {}

  /** The strings of all sources. */
  static List<Spoken> ofSources() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(SOURCES)) {
      files = walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Spoken> spoken = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        String where = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        for (String text : strings(unit)) {
          spoken.add(new Spoken(where, text));
        }
      }
    }
    return spoken;
  }

  /** The strings of one source, in order. */
  static List<String> strings(Tree tree) {
    List<String> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitBinary(BinaryTree node, Void none) {
        if (node.getKind() != Tree.Kind.PLUS) {
          return super.visitBinary(node, none);
        }
        StringBuilder whole = new StringBuilder();
        join(node, whole);
        found.add(whole.toString());
        return none;
      }

      private void join(ExpressionTree part, StringBuilder whole) {
        switch (part) {
          case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> {
            join(sum.getLeftOperand(), whole);
            join(sum.getRightOperand(), whole);
          }
          case ParenthesizedTree inner -> join(inner.getExpression(), whole);
          case LiteralTree literal when literal.getValue() instanceof String text ->
              whole.append(text);
          default -> {
            whole.append("{}");
            scan(part, null);
          }
        }
      }

      @Override
      public Void visitLiteral(LiteralTree node, Void none) {
        if (node.getValue() instanceof String text) {
          found.add(text);
        }
        return none;
      }

      @Override
      public Void visitAnnotation(AnnotationTree node, Void none) {
        // The descriptions of commands are read by people; names of warnings are not.
        return node.getAnnotationType().toString().equals("SuppressWarnings")
            ? none
            : super.visitAnnotation(node, none);
      }
    }.scan(tree, null);
    return found;
  }

  /** The lines of the texts beside the sources, comments left out. */
  static List<Spoken> ofTexts() throws IOException {
    List<Spoken> spoken = new ArrayList<>();
    for (String file : List.of("README.md", "CHANGELOG.md", "docs/using.md", "docs/desktop.md")) {
      Path path = Path.of(file);
      // A claim may run over a line's end, so that paragraphs are read whole.
      for (String paragraph : Files.readString(path).split("\\n\\s*\\n", -1)) {
        spoken.add(new Spoken(file, paragraph));
      }
    }
    try (Stream<Path> walk = Files.walk(Path.of("src", "main", "resources"))) {
      for (Path file : walk.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          if (!line.startsWith("#")) {
            spoken.add(new Spoken(String.valueOf(file.getFileName()), line));
          }
        }
      }
    }
    return spoken;
  }
}
