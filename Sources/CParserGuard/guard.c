// see include/ParserGuard.h
