package app.respite.desktop.any;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The system's own libraries, where a system has no other way to ask it something. */
public final class Native {
  private Native() {}

  /**
   * The functions of a library; none where it is not there.
   *
   * @param library its name or path, as the system's loader takes it
   */
  @SuppressWarnings("restricted")
  public static SymbolLookup library(String library) {
    try {
      return SymbolLookup.libraryLookup(library, Arena.global());
    } catch (IllegalArgumentException absent) {
      return name -> Optional.empty();
    }
  }

  /** A function, ready to be called; empty where the library has none of that name. */
  @SuppressWarnings("restricted")
  public static Optional<MethodHandle> function(
      SymbolLookup library, String name, FunctionDescriptor type) {
    return library.find(name).map(found -> Linker.nativeLinker().downcallHandle(found, type));
  }
}
