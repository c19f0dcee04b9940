$a = 1
using namespace System.IO
