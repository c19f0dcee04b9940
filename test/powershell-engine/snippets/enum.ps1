enum A { b; c = 5; d }
enum E : byte { f
 g
}
[Flags()] enum H { i = 1; j = 2 }
