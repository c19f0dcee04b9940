using namespace $a
