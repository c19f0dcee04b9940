using namespace System.IO using namespace System.Text
