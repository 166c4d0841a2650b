import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The lambdas of one class, which become the instances of one class beside it.
///
/// That class has a number for each lambda and fields for what a lambda captures; its methods choose by
/// the number. It is a member of the nest of the class that the lambdas stand in, whose private methods
/// it calls. The interfaces of `java.util.function` share one such class, as nothing asks of which of
/// them an object is; every other interface has one of its own.
final class PlainLambdas {
  private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final ClassDesc VOID = ConstantDescs.CD_void;
  /// The classes of numbers and truth values, by the types that they hold.
  static final Map<ClassDesc, ClassDesc> BOXES =
      Map.of(
          ConstantDescs.CD_byte, ConstantDescs.CD_Byte,
          ConstantDescs.CD_char, ConstantDescs.CD_Character,
          ConstantDescs.CD_double, ConstantDescs.CD_Double,
          ConstantDescs.CD_float, ConstantDescs.CD_Float,
          ConstantDescs.CD_int, ConstantDescs.CD_Integer,
          ConstantDescs.CD_long, ConstantDescs.CD_Long,
          ConstantDescs.CD_short, ConstantDescs.CD_Short,
          ConstantDescs.CD_boolean, ConstantDescs.CD_Boolean);

  private final ClassDesc outer;
  private final ClassDesc host;
  private final Map<String, Group> groups = new LinkedHashMap<>();

  /// @param outer the class that the lambdas stand in
  /// @param host the host of its nest
  PlainLambdas(ClassDesc outer, ClassDesc host) {
    this.outer = outer;
    this.host = host;
  }

  /// The types of a call site that makes a lambda.
  private record Site(
      int number,
      MethodTypeDesc erased,
      MethodTypeDesc exact,
      DirectMethodHandleDesc target,
      List<ClassDesc> captured) {}

  /// The method of an interface, and the lambdas that it stands for.
  private record Method(String name, MethodTypeDesc type) {}

  private static final class Group {
    final ClassDesc self;
    final TreeSet<String> interfaces = new TreeSet<>();
    final Map<Method, List<Site>> methods = new LinkedHashMap<>();
    final TreeSet<String> makers = new TreeSet<>();
    int sites;
    int fields;

    Group(ClassDesc self) {
      this.self = self;
    }
  }

  /// Whether a call site makes a lambda that nothing but its one method is asked of.
  static boolean makesOne(InvokeDynamicInstruction call) {
    var bootstrap = call.bootstrapMethod();
    return bootstrap.owner().displayName().equals("LambdaMetafactory")
        && bootstrap.methodName().equals("metafactory");
  }

  /// Writes the code that stands in for such a call site.
  void replace(CodeBuilder code, InvokeDynamicInstruction call) {
    var type = call.typeSymbol();
    var face = type.returnType();
    var key = face.packageName().equals("java.util.function") ? "" : face.descriptorString();
    var group = groups.computeIfAbsent(key, each -> new Group(named(groups.size())));
    var arguments = call.bootstrapArgs();
    var site =
        new Site(
            group.sites++,
            (MethodTypeDesc) arguments.get(0),
            (MethodTypeDesc) arguments.get(2),
            (DirectMethodHandleDesc) arguments.get(1),
            type.parameterList());
    group.interfaces.add(face.descriptorString());
    group.fields = Math.max(group.fields, site.captured.size());
    group
        .methods
        .computeIfAbsent(
            new Method(call.name().stringValue(), site.erased), each -> new ArrayList<>())
        .add(site);
    var maker =
        MethodTypeDesc.of(
            group.self,
            site.captured.stream().map(each -> each.isPrimitive() ? each : OBJECT).toList())
            .insertParameterTypes(site.captured.size(), INT);
    group.makers.add(maker.descriptorString());
    code.loadConstant(site.number).invokestatic(group.self, "make", maker).checkcast(face);
  }

  private ClassDesc named(int count) {
    var name = outer.descriptorString();
    return ClassDesc.ofDescriptor(
        name.substring(0, name.length() - 1) + "$$Lambdas" + (count == 0 ? "" : count) + ";");
  }

  /// The class files that belong beside the one of the class, by their classes.
  Map<ClassDesc, byte[]> classes(ClassFile files, int version) {
    var made = new LinkedHashMap<ClassDesc, byte[]>();
    for (var group : groups.values()) {
      made.put(group.self, files.build(group.self, builder -> write(builder, group, version)));
    }
    return made;
  }

  private void write(ClassBuilder builder, Group group, int version) {
    builder.withVersion(version, 0).withFlags(ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC);
    builder.withInterfaceSymbols(
        group.interfaces.stream().map(ClassDesc::ofDescriptor).toList());
    builder.with(NestHostAttribute.of(host));
    builder.withField("number", INT, ACC_PRIVATE | ACC_FINAL);
    for (int i = 0; i < group.fields; i++) {
      builder.withField(field(i), OBJECT, ACC_PRIVATE | ACC_FINAL);
    }
    var fields = Collections.nCopies(group.fields, OBJECT);
    var constructor = MethodTypeDesc.of(VOID, fields).insertParameterTypes(0, INT);
    builder.withMethodBody(
        ConstantDescs.INIT_NAME,
        constructor,
        ACC_PRIVATE,
        code -> {
          code.aload(0).invokespecial(OBJECT, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
          code.aload(0).iload(1).putfield(group.self, "number", INT);
          for (int i = 0; i < group.fields; i++) {
            code.aload(0).aload(i + 2).putfield(group.self, field(i), OBJECT);
          }
          code.return_();
        });
    for (var each : group.makers) {
      var maker = MethodTypeDesc.ofDescriptor(each);
      builder.withMethodBody(
          "make", maker, ACC_STATIC, code -> make(code, group, maker, constructor));
    }
    group.methods.forEach(
        (method, sites) ->
            builder.withMethodBody(
                method.name,
                method.type,
                ACC_PUBLIC,
                code -> choose(code, group, sites)));
  }

  private static String field(int index) {
    return "captured" + index;
  }

  private static void make(
      CodeBuilder code, Group group, MethodTypeDesc maker, MethodTypeDesc constructor) {
    int captured = maker.parameterCount() - 1;
    code.new_(group.self).dup().iload(code.parameterSlot(captured));
    for (int i = 0; i < group.fields; i++) {
      if (i < captured) {
        var type = maker.parameterType(i);
        code.loadLocal(TypeKind.from(type), code.parameterSlot(i));
        convert(code, type, OBJECT);
      } else {
        code.aconst_null();
      }
    }
    code.invokespecial(group.self, ConstantDescs.INIT_NAME, constructor).areturn();
  }

  private static void choose(CodeBuilder code, Group group, List<Site> sites) {
    var labels = new LinkedHashMap<Integer, Label>();
    sites.forEach(site -> labels.put(site.number, code.newLabel()));
    if (sites.size() > 1) {
      code.aload(0).getfield(group.self, "number", INT);
      code.tableswitch(
          labels.get(sites.getLast().number),
          labels.entrySet().stream()
              .map(each -> SwitchCase.of(each.getKey(), each.getValue()))
              .toList());
    }
    for (var site : sites) {
      code.labelBinding(labels.get(site.number));
      call(code, group, site);
    }
  }

  private static void call(CodeBuilder code, Group group, Site site) {
    var target = site.target;
    boolean constructs = target.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
    if (constructs) {
      code.new_(target.owner()).dup();
    }
    var wanted = target.invocationType();
    int captured = site.captured.size();
    for (int i = 0; i < captured; i++) {
      code.aload(0).getfield(group.self, field(i), OBJECT);
      convert(code, OBJECT, site.captured.get(i));
      convert(code, site.captured.get(i), wanted.parameterType(i));
    }
    for (int i = 0; i < site.erased.parameterCount(); i++) {
      var type = site.erased.parameterType(i);
      code.loadLocal(TypeKind.from(type), code.parameterSlot(i));
      pass(code, type, site.exact.parameterType(i), wanted.parameterType(captured + i));
    }
    invoke(code, target);
    var given = wanted.returnType();
    if (site.erased.returnType().equals(VOID)) {
      drop(code, given);
    } else {
      pass(code, given, site.exact.returnType(), site.erased.returnType());
    }
    code.return_(TypeKind.from(site.erased.returnType()));
  }

  private static void invoke(CodeBuilder code, DirectMethodHandleDesc target) {
    var owner = target.owner();
    var name = target.methodName();
    var type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
    switch (target.kind()) {
      case STATIC, INTERFACE_STATIC ->
          code.invokestatic(owner, name, type, target.isOwnerInterface());
      case CONSTRUCTOR -> code.invokespecial(owner, ConstantDescs.INIT_NAME, type);
      case VIRTUAL, SPECIAL, INTERFACE_SPECIAL, INTERFACE_VIRTUAL -> {
        if (target.isOwnerInterface()) {
          code.invokeinterface(owner, name, type);
        } else {
          code.invokevirtual(owner, name, type);
        }
      }
      default -> throw new IllegalStateException("no method: " + target);
    }
  }

  private static void drop(CodeBuilder code, ClassDesc type) {
    switch (TypeKind.from(type).slotSize()) {
      case 0 -> {}
      case 1 -> code.pop();
      default -> code.pop2();
    }
  }

  /// Turns a value into another type, by way of the type that it has in the source: where a number
  /// comes out of an object that says no more than Object, that type says which.
  private static void pass(CodeBuilder code, ClassDesc from, ClassDesc exact, ClassDesc to) {
    if (!from.isPrimitive() && to.isPrimitive() && BOXES.containsValue(exact)) {
      convert(code, from, exact);
      convert(code, exact, to);
    } else {
      convert(code, from, to);
    }
  }

  private static void convert(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (from.isPrimitive() && to.isPrimitive()) {
      code.conversion(TypeKind.from(from), TypeKind.from(to));
    } else if (from.isPrimitive()) {
      var box = BOXES.get(from);
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
    } else if (to.isPrimitive()) {
      var box = BOXES.containsValue(from) ? from : BOXES.get(to);
      convert(code, from, box);
      var number = unboxed(box);
      code.invokevirtual(box, number.displayName() + "Value", MethodTypeDesc.of(number));
      convert(code, number, to);
    } else if (!from.equals(to) && !to.equals(OBJECT)) {
      code.checkcast(to);
    }
  }

  private static ClassDesc unboxed(ClassDesc box) {
    return BOXES.entrySet().stream()
        .filter(each -> each.getValue().equals(box))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
