# In a test an exception on the way is the test's own failure.


def first_line(path):
    file = open(path)  # expect: SL103
    check(path)
    line = file.readline()
    file.close()
    return line
