using namespace System.IO
using namespace System.Text; using namespace System.Linq
[Path]::PathSeparator
