package app.respite.desktop;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A library of another system, whose functions are Java behind real function pointers: what is
 * called, with which arguments and memory, is what the real one would get.
 */
public final class FakeLibrary implements SymbolLookup {
  private final Map<String, MemorySegment> functions = new HashMap<>();

  /** Puts a function into it. */
  public FakeLibrary with(String name, FunctionDescriptor type, MethodHandle function) {
    functions.put(name, Linker.nativeLinker().upcallStub(function, type, Arena.ofAuto()));
    return this;
  }

  @Override
  public Optional<MemorySegment> find(String name) {
    return Optional.ofNullable(functions.get(name));
  }
}
