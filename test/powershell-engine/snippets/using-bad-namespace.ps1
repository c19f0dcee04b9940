using namespace a-b
